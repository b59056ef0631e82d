import { EXIT } from './define.ts';
import { runCli } from './main.ts';

// `clusterwright catalog | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.fine);
  process.stderr.write(
    `clusterwright: the output cannot be written: the system says ${error.code ?? error.message}.\n`,
  );
  process.exit(EXIT.badInput);
});
// Nobody is left to tell when the messages themselves cannot be written; the exit code still says it.
process.stderr.on('error', () => undefined);

// The code is set, not exited with: what was printed into a pipe must get through first.
process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
