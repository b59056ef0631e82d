import { ensureBuilt } from './lib/build-output.mjs';
import { CHECKS } from './lib/checks.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { getBrowser } from './lib/get-browser.mjs';
import { runPlaywright, runVitest } from './lib/suites.mjs';

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);

const total = { passed: 0, failed: 0 };
/** @param {{ passed: number, failed: number }} count */
const add = ({ passed, failed }) => {
  total.passed += passed;
  total.failed += failed;
};

try {
  await ensureDependencies(say);
  await runChecks(process.argv[2] === 'checks');
  if (process.argv[2] !== 'checks') await runSuites();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  add({ passed: 0, failed: 1 });
}
say(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** Two at a time. @param {boolean} alone */
async function runChecks(alone) {
  say(alone ? 'Checks:' : 'Checks (the tests follow):');
  const waiting = [...CHECKS];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const begun = Date.now();
      const { code, output } = await check.run();
      add({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
      say(
        `${code === 0 ? '  ok  ' : ' FAIL '} ${check.name} (${((Date.now() - begun) / 1000).toFixed(0)} s)`,
      );
      if (code !== 0) say(output);
    }
  };
  await Promise.all([worker(), worker()]);
}

async function runSuites() {
  await ensureBuilt(say);
  say('\nUnit, host and architecture tests:');
  add(await runVitest());
  say('\nEnd-to-end tests:');
  const browser = await getBrowser(say);
  say(`Browser: ${browser}`);
  add(await runPlaywright({ ...process.env, CLUSTERWRIGHT_BROWSER: browser }));
}
