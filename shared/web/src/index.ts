/** The one door of the design system, the graph client and the page's language. One copy, provided by the shell. */
export { ICONS, iconPath, type IconName } from './components/icons.js';
export { STATUS_ICON, type StatusKind } from './components/status.js';
// Names are listed, never `export *`: builds of modules read them from this file to know what the shell provides.
export { default as TdActNotice } from './components/TdActNotice.vue';
export { default as TdBadge } from './components/TdBadge.vue';
export { default as TdBarParts } from './components/TdBarParts.vue';
export { default as TdBarThreshold } from './components/TdBarThreshold.vue';
export { default as TdBlocks } from './components/TdBlocks.vue';
export { default as TdButton } from './components/TdButton.vue';
export { default as TdCard } from './components/TdCard.vue';
export { default as TdCheckbox } from './components/TdCheckbox.vue';
export { default as TdDate } from './components/TdDate.vue';
export { default as TdDialog } from './components/TdDialog.vue';
export { default as TdDrawer } from './components/TdDrawer.vue';
export { default as TdEmpty } from './components/TdEmpty.vue';
export { default as TdError } from './components/TdError.vue';
export { default as TdField } from './components/TdField.vue';
export { default as TdFileDrop } from './components/TdFileDrop.vue';
export { default as TdIcon } from './components/TdIcon.vue';
export { default as TdInput } from './components/TdInput.vue';
export { default as TdKeyValue } from './components/TdKeyValue.vue';
export { default as TdLive } from './components/TdLive.vue';
export { default as TdMore } from './components/TdMore.vue';
export { default as TdNotice } from './components/TdNotice.vue';
export { default as TdPageHead } from './components/TdPageHead.vue';
export { default as TdRadioGroup } from './components/TdRadioGroup.vue';
export { default as TdSearch } from './components/TdSearch.vue';
export { default as TdSelect } from './components/TdSelect.vue';
export { default as TdSkeleton } from './components/TdSkeleton.vue';
export { default as TdSteps } from './components/TdSteps.vue';
export { default as TdTable } from './components/TdTable.vue';
export { default as TdTabs } from './components/TdTabs.vue';
export { default as TdTextarea } from './components/TdTextarea.vue';
export { default as TdToasts } from './components/TdToasts.vue';
export type { TdColumn } from './components/TdTable.vue';
export {
  formatDate,
  formatDateTime,
  formatNumber,
  formatPartialDate,
  formatPercent,
  formatRatio,
  useLocaleFormat,
  type LocaleFormat,
  type PartialDateValue,
} from './format/locale-format.js';
export {
  createGraphClient,
  GRAPH_CLIENT,
  provideGraphClient,
  useGraphAsk,
  useGraphClient,
  type GraphAsk,
  type GraphClientOptions,
} from './graph/graph-client.js';
export { sendable, type GraphDocument } from './graph/graph-document.js';
export { faultAt, faultsOf, type GraphFault } from './graph/graph-faults.js';
export { UploadError, uploadFile, type UploadedFile } from './graph/upload.js';
export { useAct, type Act, type RefusalAnswer } from './graph/use-act.js';
export { useAsync, type AsyncWork } from './graph/use-async.js';
export { useGraphPages, type Connection, type GraphPages } from './graph/use-graph-pages.js';
export { useGraphQuery, type GraphQuery } from './graph/use-graph-query.js';
export { createWebI18n, mergeModuleMessages, useWebText, type WebI18n } from './i18n/i18n.js';
export {
  createLiveClient,
  LIVE_CLIENT,
  provideLiveClient,
  useLiveClient,
  type LiveClient,
  type LiveSink,
  type LiveState,
} from './live/live-client.js';
export { useLive, type Live } from './live/use-live.js';
export { useLiveQuery, type LiveQuery } from './live/use-live-query.js';
export { useOverlayTarget } from './overlay/overlay-target.js';
export { useToasts, type Toast } from './overlay/toasts.store.js';
export { useSessionStore, type Session, type SessionRole } from './session/session.store.js';
export { applyTheme, savedTheme, type ThemeChoice } from './theme.js';
