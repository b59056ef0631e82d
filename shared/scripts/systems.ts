import type { OsVersion } from '../model/index.ts';

interface WindowsSystem {
  readonly name: string;
  /** Build number of the release, as Win32_OperatingSystem reports it. */
  readonly build: number;
  /** Windows PowerShell that ships with it. */
  readonly shell: '3.0' | '4.0' | '5.1';
}

/** The Windows Server releases the scripts are written for (build numbers: Microsoft release information). */
export const SYSTEMS: Readonly<Record<OsVersion, WindowsSystem>> = {
  '2012': { name: 'Windows Server 2012', build: 9200, shell: '3.0' },
  '2012r2': { name: 'Windows Server 2012 R2', build: 9600, shell: '4.0' },
  '2016': { name: 'Windows Server 2016', build: 14393, shell: '5.1' },
  '2019': { name: 'Windows Server 2019', build: 17763, shell: '5.1' },
  '2022': { name: 'Windows Server 2022', build: 20348, shell: '5.1' },
  '2025': { name: 'Windows Server 2025', build: 26100, shell: '5.1' },
};
