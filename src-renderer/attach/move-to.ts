interface Moved {
  readonly effect: KeyframeEffect;
  transform: string;
}

const all = new WeakMap<Element, Moved>();

/**
 * Gives an element the transform that holds from now on; meant for what moves with every frame of a pan or zoom. A
 * transform set as a style makes the browser sort out all layers of the page anew, which costs most of a frame. One
 * that is held by an animation goes straight to the compositor: hence an animation that stands still, and whose two
 * ends are what we want.
 */
export function moveTo(element: Element, transform: string): void {
  const ends = { transform: [transform, transform] };
  const known = all.get(element);
  if (!known) {
    const effect = new KeyframeEffect(element, ends, { duration: 1, fill: 'both' });
    new Animation(effect).pause();
    all.set(element, { effect, transform });
  } else if (known.transform !== transform) {
    known.effect.setKeyframes(ends);
    known.transform = transform;
  }
}
