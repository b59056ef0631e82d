import { basename, resolve } from 'node:path';
import { catalog } from '../../../shared/catalog/index.ts';
import { describeFailure, findRepeatedKey, parseDesignFile } from '../../../shared/file/index.ts';
import { HostError } from '../../../shared/host/index.ts';
import {
  parseSizeRequest,
  searchDesigns,
  type RequestIssue,
  type SizeRequest,
  type SizeRow,
} from '../../../shared/size/index.ts';
import { EXIT, JSON_OPTION, UsageError, defineCliCommand } from '../define.ts';
import { json } from '../json.ts';
import { files } from '../open-design.ts';
import { sizeJson, sizeText } from '../size-text.ts';
import { writeDesign } from '../write-design.ts';

export const size = defineCliCommand({
  name: 'size',
  summary: 'Rank whole designs that meet requirements; exit code 1 when none does.',
  args: [],
  options: {
    request: {
      value: 'FILE',
      description: 'The requirements as JSON; "clusterwright schema size-request" describes them.',
    },
    all: { description: 'Show rows that are no better than another in anything too.' },
    row: { value: 'ID', description: 'Write the design of this row to --out.' },
    out: {
      value: 'FILE',
      description: 'The design file to write; .cwplan is added when it has no such ending.',
    },
    force: { description: 'Replace the file if it is there; the old one is kept as .bak.' },
    json: JSON_OPTION,
  },
  async run({ options, out }) {
    const { request, row, out: target, force, all } = options;
    if (request === undefined) throw new UsageError('--request FILE is missing.');
    if ((row === undefined) !== (target === undefined)) {
      throw new UsageError('--row ID and --out FILE belong together.');
    }
    const result = searchDesigns(await readRequest(request), catalog);
    if (row !== undefined && target !== undefined) {
      const found = findRow(result.rows, row);
      const file = await writeDesign(found.design, target, force);
      out(options.json ? json({ file, row }) : `${file}\n`);
      return found.reasons.length === 0 ? EXIT.fine : EXIT.findings;
    }
    out(options.json ? json(sizeJson(result)) : `${sizeText(result, all)}\n`);
    return result.rows.some(({ reasons }) => reasons.length === 0) ? EXIT.fine : EXIT.findings;
  },
});

function findRow(
  rows: readonly SizeRow[],
  id: string,
): SizeRow & { readonly design: NonNullable<SizeRow['design']> } {
  const row = rows.find((entry) => entry.id === id);
  if (!row)
    throw new UsageError(`there is no row "${id}". Rows: ${rows.map((entry) => entry.id).join(', ')}.`);
  const { design } = row;
  if (!design) throw new UsageError(`row "${id}" has no design: ${row.reasons.join('; ')}.`);
  return { ...row, design };
}

async function readRequest(path: string): Promise<SizeRequest> {
  const { text } = await files.read(resolve(path));
  const name = basename(path);
  const parsed = parseSizeRequest(parseJson(text, name), catalog);
  const issues = parsed.ok ? listRepeated(text) : parsed.error;
  if (parsed.ok && issues.length === 0) return parsed.value;
  const lines = issues.map(({ path: at, message }) => `  ${at === '' ? '' : `${at}: `}${message}`);
  throw new HostError('bad-input', `${name} is not a request for a design:\n${lines.join('\n')}`);
}

/** Readers of JSON keep the last of two equal keys in silence. Asked last: the schema has bounded how deep it nests. */
function listRepeated(text: string): readonly RequestIssue[] {
  const twice = findRepeatedKey(text);
  if (!twice) return [];
  const { key, line, column } = twice;
  return [{ path: `line ${line}, column ${column}`, message: `The key "${key}" is there twice` }];
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    // The reader of designs finds the line and column of what is not JSON.
    const parsed = parseDesignFile(text);
    throw new HostError('bad-input', parsed.ok ? `${name} is a design` : describeFailure(parsed.error, name));
  }
}
