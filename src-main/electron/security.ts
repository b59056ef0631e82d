import { app, shell, type Session, type WebContents, type WebPreferences } from 'electron';
import { isOwnUrl, mayOpenExternally } from './origin.ts';

/*
 * Electron's security checklist, point by point:
 *  1 secure content only       the page comes from our own scheme; any other request is cancelled (hardenSession)
 *  2 no Node in the page       WEB_PREFERENCES.nodeIntegration, also for workers and frames
 *  3 context isolation         WEB_PREFERENCES.contextIsolation
 *  4 sandbox                   WEB_PREFERENCES.sandbox, and enableSandbox for every renderer (hardenApp)
 *  5 permission requests       all denied: requests, checks, devices, screen capture (hardenSession)
 *  6 web security stays on     WEB_PREFERENCES.webSecurity
 *  7 content security policy   sent with every answer of the page protocol (page-policy.ts)
 *  8 no insecure content       WEB_PREFERENCES.allowRunningInsecureContent
 *  9 no experimental features  WEB_PREFERENCES.experimentalFeatures
 * 10 no Blink features         none is switched on
 * 11 no popups from webviews   there are no webviews: WEB_PREFERENCES.webviewTag
 * 12 webview options           attaching one is refused all the same (hardenContents)
 * 13 navigation                only our own page, in this window and in frames (hardenContents)
 * 14 new windows               denied (hardenContents)
 * 15 openExternal              https and a list of hosts (origin.ts)
 * 16 a current Electron        package.json; raised with every release of ours
 * 17 sender of messages        one gate checks window, frame and origin (ipc.ts)
 * 18 no file protocol          app://clusterwright, which reaches the built page only (page-protocol.ts)
 * 19 fuses                     belong to a packaged binary; this repository starts Electron as npm ships it
 * 20 no Electron in the page   the preload script hands out two functions that know the contract's names only
 */

/** What a window of ours may do. */
export const WEB_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences;

/** Before the app is ready: every renderer is sandboxed, and whatever contents appear are hardened. */
export function hardenApp(): void {
  app.enableSandbox();
  app.on('web-contents-created', (_, contents) => hardenContents(contents));
}

/** Denies every permission and every request that is not for our own page. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isAllowedRequest(details.url) }));
}

function isAllowedRequest(address: string): boolean {
  // The page's own images may be data; the developer tools load themselves.
  return isOwnUrl(address) || address.startsWith('data:') || address.startsWith('devtools:');
}

function hardenContents(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void }, address: string) => {
    if (!isOwnUrl(address)) event.preventDefault();
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-frame-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenExternally(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}
