import { register } from 'node:module';

// Lets the built program find the stand-in under the name `electron`.
register('./electron-hooks.mjs', import.meta.url);
