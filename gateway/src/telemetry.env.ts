/** Nothing about this graph is reported to anybody. Read by the gateway library when it is constructed. */
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
for (const name of ['APOLLO_KEY', 'APOLLO_GRAPH_REF', 'APOLLO_GRAPH_ID', 'APOLLO_GRAPH_VARIANT']) delete process.env[name];
