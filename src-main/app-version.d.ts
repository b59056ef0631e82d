/** Version of the program, put in by the build. */
declare const APP_VERSION: string;
