import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/** Reports the inner size of an element, at once and whenever it changes. */
export function size(onsize: (width: number, height: number) => void): Attachment {
  return (element) => {
    const observer = new ResizeObserver(() => onsize(element.clientWidth, element.clientHeight));
    observer.observe(element);
    // What the listener reads must not make the attachment run again.
    untrack(() => onsize(element.clientWidth, element.clientHeight));
    return () => observer.disconnect();
  };
}
