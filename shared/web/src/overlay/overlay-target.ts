import { onMounted, shallowRef, type Ref } from 'vue';

/**
 * Where floating parts of a page go: inside the module's own container, because a module's utilities are scoped to
 * `[data-module]` and would not reach the end of the body. Without a module (the shell itself): the body.
 * @param marker an element rendered in place, from which the container is found.
 */
export function useOverlayTarget(marker: Readonly<Ref<HTMLElement | null>>): Ref<HTMLElement | undefined> {
  const target = shallowRef<HTMLElement>();
  onMounted(() => {
    target.value = marker.value?.closest<HTMLElement>('[data-module]') ?? document.body;
  });
  return target;
}
