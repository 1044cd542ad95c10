import { computed, type ComputedRef } from 'vue';
import { useBoot } from '../boot.context.js';
import { useLocaleText } from '../i18n/locale-text.js';
import { useImplementer } from '../implementer/implementer.store.js';
import { pathOf } from '../layout/nav-path.js';
import { useViewer } from '../layout/viewer.store.js';
import { type ModuleStatus, useModules } from '../platform/modules.store.js';
import { usePlatform } from '../platform/platform.js';
import type { Findable } from './palette-rank.js';

/** A line of the palette: leads to a page, or runs a command of a module. */
export interface PaletteEntry extends Findable {
  readonly key: string;
  readonly icon: string;
  readonly path?: string;
  readonly run?: () => Promise<void>;
}

/** What can be found without asking anybody: pages of the shell, pages and commands of the modules as their manifests declare them. */
export function usePaletteEntries(): ComputedRef<readonly PaletteEntry[]> {
  const boot = useBoot();
  const modules = useModules();
  const viewer = useViewer();
  const platform = usePlatform();
  const implementer = useImplementer();
  const { t, text } = useLocaleText();

  const own = computed<PaletteEntry[]>(() => {
    const province = t('shell.palette.province');
    const pages = [
      { key: 'home', title: t('shell.nav.home'), icon: 'home', path: '/', offered: true },
      { key: 'inbox', title: t('shell.nav.inbox'), icon: 'inbox', path: '/viec', offered: boot.session.signedIn },
      { key: 'dossier', title: t('shell.nav.dossier'), icon: 'user', path: '/ho-so', offered: boot.session.signedIn },
      { key: 'modules', title: t('shell.modules.title'), icon: 'plug', path: '/kho-mo-dun', offered: implementer.permitted },
    ];
    return pages.filter(({ offered }) => offered).map(({ offered: _offered, ...page }) => ({ ...page, hint: province }));
  });

  function pagesOf(status: ModuleStatus): PaletteEntry[] {
    const { id, name, basePath } = status.entry;
    return modules
      .navOf(status)
      .filter((entry) => viewer.offers(entry.permissions))
      .map((entry) => ({
        key: `${id}/nav/${entry.id}`,
        title: text(entry.label),
        hint: text(name),
        icon: entry.icon,
        path: pathOf(basePath, entry.path),
      }));
  }

  function commandsOf(status: ModuleStatus): PaletteEntry[] {
    const { id, name, basePath, commands } = status.entry;
    return (commands ?? [])
      .filter((command) => viewer.offers(command.permissions))
      .map((command) => ({
        key: `${id}/command/${command.id}`,
        title: text(command.title),
        hint: text(name),
        icon: command.icon ?? 'right',
        keywords: command.keywords ?? [],
        ...(command.path === undefined ? { run: () => platform.runCommand(status, command.id) } : { path: pathOf(basePath, command.path) }),
      }));
  }

  return computed(() => [
    ...own.value,
    ...modules.all.filter(({ entry }) => entry.state !== 'killed').flatMap((status) => [...commandsOf(status), ...pagesOf(status)]),
  ]);
}
