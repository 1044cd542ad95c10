import type { ModuleParts, ModuleRoute, RegistryEntry } from '@thidua/contracts/web';
import { type Component, defineAsyncComponent, defineComponent } from 'vue';
import type { Router, RouteRecordRaw } from 'vue-router';
import ModuleFrame from '../frame/module-frame.vue';
import ModuleRest from '../frame/module-rest.vue';
import { ModuleFailure } from './module-failure.js';
import type { ModuleStatus } from './modules.store.js';
import { within } from './timeout.js';

const frameName = (id: string): string => `module:${id}`;

/** A place for a module before it is loaded: the frame at its base path, which takes every address below it. */
export function placeholderRoute({ entry }: ModuleStatus): RouteRecordRaw {
  return {
    path: entry.basePath,
    name: frameName(entry.id),
    component: ModuleFrame,
    props: { moduleId: entry.id },
    meta: { moduleId: entry.id },
    children: [{ path: ':rest(.*)*', name: `${frameName(entry.id)}:rest`, component: ModuleRest, props: { moduleId: entry.id } }],
  };
}

/**
 * Adds the module's pages below its place. Names are prefixed with the module's id; absolute paths would leave its place.
 * @returns removes them again.
 * @throws ModuleFailure ACTIVATE for an absolute path, a name used twice, or a page the manifest does not declare.
 */
export function addModuleRoutes(
  router: Router,
  status: ModuleStatus,
  parts: ModuleParts,
  onPageFailure: (error: unknown) => void,
): () => void {
  const { id } = status.entry;
  checkRoutes(status.entry, parts.routes);
  const removers = parts.routes.map((route) =>
    router.addRoute(frameName(id), {
      path: route.path,
      name: `${id}.${route.name}`,
      component: pageOf(route, onPageFailure),
      props: route.props ?? false,
      meta: { moduleId: id, title: route.title, permissions: permissionsOf(status.entry, route) },
    }),
  );
  return () => removers.forEach((remove) => remove());
}

function checkRoutes({ id, pages }: RegistryEntry, routes: readonly ModuleRoute[]): void {
  const names = new Set<string>();
  for (const { name, path } of routes) {
    if (path.startsWith('/')) throw new ModuleFailure('ACTIVATE', `route "${name}" of ${id} has the absolute path ${path}`);
    if (names.has(name)) throw new ModuleFailure('ACTIVATE', `two routes of ${id} are named "${name}"`);
    if (pages && !pages.some((page) => page.path === path))
      throw new ModuleFailure('ACTIVATE', `the manifest of ${id} declares no page "${path}"`);
    names.add(name);
  }
}

/** The signed manifest decides who sees a page; the code's own word counts only where the manifest declares no pages. */
function permissionsOf({ pages }: RegistryEntry, route: ModuleRoute): readonly string[] {
  return (pages?.find((page) => page.path === route.path) ?? route).permissions ?? [];
}

const Nothing = defineComponent(() => () => null);

/** A lazy page whose loading has a limit, and whose failure becomes the module's card instead of an empty navigation. */
function pageOf(route: ModuleRoute, onPageFailure: (error: unknown) => void): Component {
  return defineAsyncComponent({
    loader: async () => {
      try {
        const page = await within(route.component(), `page ${route.name}`);
        return page.default as Component;
      } catch (error) {
        onPageFailure(error);
        return Nothing;
      }
    },
  });
}
