interface Moved {
  readonly effect: KeyframeEffect;
  translate: string;
  scale: string;
}

const all = new WeakMap<Element, Moved>();

/**
 * Puts an element where it stands from now on; meant for what moves with every frame of a pan. A place set as a style
 * makes the browser sort out all layers of the page anew, which costs most of a frame. One that is held by an animation
 * goes straight to the compositor: hence an animation that stands still, and whose two ends are what we want. The scale
 * stays a style: an animated one would have every layer painted for each step of a zoom.
 */
export function moveTo(element: HTMLElement | SVGElement, x: number, y: number, k = 1): void {
  const [translate, scale] = [`${x}px ${y}px`, String(k)];
  const ends = { translate: [translate, translate] };
  const known = all.get(element);
  if (!known) {
    const effect = new KeyframeEffect(element, ends, { duration: 1, fill: 'both' });
    new Animation(effect).pause();
    element.style.scale = scale;
    all.set(element, { effect, translate, scale });
    return;
  }
  if (known.translate !== translate) known.effect.setKeyframes(ends);
  if (known.scale !== scale) element.style.scale = scale;
  known.translate = translate;
  known.scale = scale;
}
