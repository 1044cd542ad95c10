import { localeOf, type Handler, type Log } from '@thidua/server/process';
import type { Clientele } from '../clients/clientele.js';
import { wantsEvents } from '../live/live.request.js';
import { sseRoute, type SseParts } from '../live/sse.route.js';
import { registryRoute, type RegistryRouteParts } from '../registry/registry.routes.js';
import { filesRoute, type FileParts } from './files.route.js';
import { graphqlRoute } from './graphql.route.js';
import { Problem, sendProblem } from './problem.js';

export interface Routes {
  graphql: SseParts;
  files: FileParts | null;
  /** Null = the graph comes from a file. */
  registry: RegistryRouteParts | null;
  /** Null = no platform database. */
  clientele: Clientele | null;
  /** The gateway alone also answers at `/`. */
  rootToo: boolean;
}

/** Everything the gateway answers, health apart. */
export function routesHandler(routes: Routes, log: Log): Handler {
  return async (request, response, url) => {
    try {
      if (url.pathname === '/graphql' || (routes.rootToo && url.pathname === '/'))
        return await (wantsEvents(request.headers.accept) ? sseRoute : graphqlRoute)(routes.graphql, request, response, url);
      response.setHeader('x-content-type-options', 'nosniff');
      const upload = /^\/files\/([a-z]+)$/.exec(url.pathname)?.[1];
      if (upload && routes.files) return await filesRoute(routes.files, request, response, upload);
      if (await routes.clientele?.route(request, response, url)) return;
      if (routes.registry && (await registryRoute(routes.registry, request, response, url))) return;
      throw new Problem(404, 'NOT_FOUND', 'Không có đường dẫn này.', 'No such path.');
    } catch (error) {
      const known = error instanceof Problem;
      if (!known) log.error({ cause: (error as Error).stack }, 'fault');
      if (response.headersSent) return void response.destroy();
      response.setHeader('x-content-type-options', 'nosniff');
      const problem = known ? error : new Problem(500, 'INTERNAL', 'Có lỗi ở phía chúng tôi.', 'Something went wrong on our side.');
      sendProblem(response, problem, localeOf(request.headers['accept-language']));
    }
  };
}
