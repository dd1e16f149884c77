/** Cuts chunks of text into whole lines; the last, unfinished one is kept until `end`. */
export interface LineCutter {
  add(chunk: string): readonly string[];
  end(): readonly string[];
}

/** Makes a LineCutter; a line longer than `maxLength` characters is cut into several. */
export function cutLines(maxLength: number): LineCutter {
  let rest = '';
  return {
    add: (chunk) => {
      const lines = `${rest}${chunk}`.split(/\r?\n/);
      rest = lines.pop() ?? '';
      while (rest.length > maxLength) {
        lines.push(rest.slice(0, maxLength));
        rest = rest.slice(maxLength);
      }
      return lines;
    },
    end: () => {
      const last = rest === '' ? [] : [rest];
      rest = '';
      return last;
    },
  };
}

/** pino's number for a warning. */
const WARNING = 40;

/**
 * What the terminal shows of a line of a child: an ordinary line as it is, of pino's JSON lines the message of
 * warnings and errors, and nothing of the rest, which is in the log file.
 */
export function shownPart(line: string): string | undefined {
  if (line.trim() === '') return undefined;
  if (!line.startsWith('{')) return line;
  const level = Number(/"level":(\d+)/.exec(line)?.[1] ?? WARNING);
  if (level < WARNING) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'msg' in value ? String(value.msg) : line;
  } catch {
    return line;
  }
}
