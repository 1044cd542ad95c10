import { onMounted, shallowRef, type Ref } from 'vue';

/**
 * Where floating parts of a page go: inside the module's own container, because a module's utilities are scoped to
 * `[data-module]` and would not reach the end of the body. Without a module (the shell itself): the body.
 * @param marker an element rendered in place, from which the container is found.
 */
export function useOverlayTarget(marker: Readonly<Ref<HTMLElement | null>>): Ref<HTMLElement | undefined> {
  const target = shallowRef<HTMLElement>();
  onMounted(() => {
    const frame = marker.value?.closest<HTMLElement>('[data-module]');
    target.value = frame ? overlaysOf(frame) : document.body;
  });
  return target;
}

/**
 * A place of its own at the end of the frame. Teleported parts leave marks in their target; right beside a page they would be
 * taken for its neighbours, and the next page be put in front of a mark that went away with this one.
 */
function overlaysOf(frame: HTMLElement): HTMLElement {
  const found = frame.querySelector<HTMLElement>(':scope > [data-overlays]');
  if (found) return found;
  const place = document.createElement('div');
  place.dataset['overlays'] = '';
  frame.append(place);
  return place;
}
