/** What a person may do, for the list of modules that is shown to him. */
export const VIEWER_PERMISSIONS = 'query HostViewerPermissions { viewer { permissions } }';
