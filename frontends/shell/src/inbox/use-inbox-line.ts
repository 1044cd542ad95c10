import { useLive, type LiveState } from '@thidua/web';
import { inject, provide, shallowRef, type InjectionKey, type Ref } from 'vue';
import { useViewer } from '../layout/viewer.store.js';
import { INBOX_CHANGED } from './inbox.operations.js';

const INBOX_LINE: InjectionKey<Ref<LiveState>> = Symbol('shell/inbox-line');

/** One line for the whole page: the count in the navigation moves, and the list is asked anew where it is shown. */
export function provideInboxLine(isSignedIn: boolean): void {
  const viewer = useViewer();
  const { state } = useLive(INBOX_CHANGED, isSignedIn ? {} : null, ({ inboxChanged }) => {
    if (inboxChanged) viewer.inboxMoved(inboxChanged.totalCount);
  });
  provide(INBOX_LINE, state);
}

export const useInboxLine = (): Ref<LiveState> => inject(INBOX_LINE, () => shallowRef<LiveState>('off'), true);
