import { join } from 'node:path';
import { Font } from '@react-pdf/renderer';
import { FONT_FAMILY } from './styles.ts';

/** Longest run of characters that is not broken; an address line holds about 50. */
const MAX_WORD_LENGTH = 28;

/**
 * Registers the one family for everything: its full TTF holds Latin, ₹ and Devanagari. The built-in Helvetica prints
 * ₹ as "¹" without any error, and web font subsets split ₹ from the digits and render ten times slower.
 * `fontDir` has the layout of @expo-google-fonts/noto-sans.
 */
export function registerFonts(fontDir: string): void {
  Font.register({
    family: FONT_FAMILY,
    fonts: [
      { src: join(fontDir, '400Regular', 'NotoSans_400Regular.ttf'), fontWeight: 400 },
      { src: join(fontDir, '600SemiBold', 'NotoSans_600SemiBold.ttf'), fontWeight: 600 },
    ],
  });
  // No hyphens inside names and references; only what fits no line at all is broken.
  Font.registerHyphenationCallback((word) =>
    word.length <= MAX_WORD_LENGTH ? [word] : (word.match(/.{1,14}/gu) ?? [word]),
  );
}
