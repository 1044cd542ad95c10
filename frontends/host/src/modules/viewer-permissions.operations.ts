/** What a person may do and where, for the list of modules that is shown to him and for acts on the registry. */
export const VIEWER_PERMISSIONS = `query HostViewerPermissions { viewer {
  permissions person { id } department { code } roles { role scope { id ... on Organisation { code } } } } }`;
