import { dialog, type BrowserWindow } from 'electron';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FILE_EXTENSION } from '../../shared/file/index.ts';
import type { NativeDialogs } from '../handlers.ts';
import { withExtension } from '../services/files.ts';

const FILTERS = [{ name: 'Clusterwright design', extensions: [FILE_EXTENSION] }];

/** The system's dialogs over one window. */
export function createDialogs(window: BrowserWindow, homeFolder: string): NativeDialogs {
  let folder = homeFolder;
  return {
    async chooseOpen() {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: 'Open a design',
        defaultPath: folder,
        filters: FILTERS,
        properties: ['openFile'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    async chooseSave(suggestedName) {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: 'Save the design',
        defaultPath: join(folder, withExtension(suggestedName)),
        filters: FILTERS,
      });
      if (canceled || filePath === '') return null;
      const path = withExtension(filePath);
      // The system asked about the name as typed; with the ending added it may be another file.
      return path === filePath || !existsSync(path) || (await mayReplace(window, path)) ? path : null;
    },
    async chooseFolder() {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: 'Choose a folder for the export',
        defaultPath: folder,
        properties: ['openDirectory', 'createDirectory'],
      });
      folder = filePaths[0] ?? folder;
      return canceled ? null : (filePaths[0] ?? null);
    },
  };
}

async function mayReplace(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: `${basename(path)} is there already. Replace it?`,
    detail: 'The present file is kept beside it as .bak.',
    buttons: ['Replace', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  });
  return response === 0;
}
