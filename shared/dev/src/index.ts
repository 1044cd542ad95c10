export { startCluster } from './postgres/cluster.js';
export type { Cluster, ClusterOptions } from './postgres/cluster.js';
export { dataFolder, repositoryRoot } from './postgres/data-folder.js';
export { freePort } from './postgres/free-port.js';
export { closeMaintenanceDatabases, DATABASES, dropDatabases, provision, serviceUrl } from './postgres/provision.js';
export type { DatabaseName, RolePasswords } from './postgres/provision.js';
export { startTestPostgres } from './postgres/test-server.js';
export type { TestPostgres } from './postgres/test-server.js';
