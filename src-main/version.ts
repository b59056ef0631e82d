import { version } from '../package.json';

/** Version of the program, printed on outputs and written into files. */
export const APP_VERSION: string = version;
