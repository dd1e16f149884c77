/** Lead files, made. Each phone is a mobile number of India that nobody else in a story has. */
export const HEADER = 'Name,Phone,Email,Reference ID';

const FIRST_NUMBER = 9_000_000_000;

/** `count` good rows whose phones start after `from`; two files with other ranges have no lead in common. */
export function leadLines(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, index) => {
    const phone = FIRST_NUMBER + from + index;
    return `Lead ${from + index},${phone},lead${from + index}@example.in,`;
  });
}

/** A CSV file of `count` good rows, or of the lines given. */
export function leadFile(lines: number | readonly string[], from = 0): string {
  const rows = typeof lines === 'number' ? leadLines(lines, from) : lines;
  return `${[HEADER, ...rows].join('\r\n')}\r\n`;
}

/** The bytes of a text in small pieces with a pause after each, as a slow line sends them. */
export function slowly(text: string, pieces: number, pauseMs: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  const size = Math.ceil(bytes.length / pieces);
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      if (sent >= bytes.length) return controller.close();
      if (sent > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      controller.enqueue(bytes.subarray(sent, sent + size));
      sent += size;
    },
  });
}
