import { z } from 'zod';

/** Control characters, line breaks and direction marks: they can make a name look like another one. */
// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
const UNSAFE_IN_NAME = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** Half of a surrogate pair without its other half: not text in any encoding. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** The first `max` units of a text, less half of a character that would be left at the end. */
export function cutText(text: string, max: number): string {
  const cut = text.slice(0, max);
  return cut.length < text.length && /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** One line of text a user typed: no control characters, line breaks or direction marks. */
export function lineSchema(min: number, max: number) {
  return z
    .string()
    .min(min, min === 1 ? 'This must not be empty' : `At least ${min} characters`)
    .max(max, `At most ${max} characters`)
    .refine(
      (text) => !UNSAFE_IN_NAME.test(text),
      'Line breaks, control characters and direction marks are not allowed',
    )
    .refine((text) => !LONE_SURROGATE.test(text), 'The text holds half a character');
}

/** A note of several lines; tabs and line breaks are allowed, other control characters are not. */
export function noteSchema(max: number) {
  return z
    .string()
    .max(max, `At most ${max} characters`)
    .refine(
      (text) => !UNSAFE_IN_NAME.test(text.replace(/[\t\n\r]/g, '')),
      'Control characters and direction marks are not allowed',
    )
    .refine((text) => !LONE_SURROGATE.test(text), 'The text holds half a character');
}
