/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, next) {
  if (specifier !== 'electron') return next(specifier, context);
  return { url: new URL('./electron-stand-in.mjs', import.meta.url).href, shortCircuit: true };
}
