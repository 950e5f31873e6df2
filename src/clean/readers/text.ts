/** Plain text: what people paste, save or get from archives. Takes whatever no other reader takes. */
import { decodeText } from '../decode.ts';
import { reportId } from '../report-id.ts';
import { readTextDump } from '../text-dump.ts';
import type { Reader } from './reader.ts';

export const textReader: Reader = {
  id: 'text',
  accepts: () => true,
  *read(bytes, hint, rules) {
    const text = decodeText(bytes, charset(hint.mediaType));
    const report = readTextDump(text.value, { ...hint, id: reportId(bytes) }, rules);
    const stopped = text.problems.some((p) => p.severity === 'stop');
    yield { value: report.value, problems: stopped ? text.problems : [...text.problems, ...report.problems] };
  },
};

function charset(mediaType: string | undefined): string | undefined {
  return mediaType?.match(/charset="?([\w-]+)/i)?.[1];
}
