import { StyleSheet } from '@react-pdf/renderer';

/** Family of fonts.ts. */
export const FONT_FAMILY = 'Noto Sans';

/** The web's ink tokens (packages/ui), in their light values: paper is light. */
export const colors = {
  ink: '#1c2024',
  muted: '#60646c',
  hairline: '#d9d9e0',
  subtle: '#f4f4f6',
  success: '#1d7850',
  warning: '#955700',
} as const;

const PAGE_PADDING = 40;

/**
 * No line heights: react-pdf 4.9.0 lays a page out twice for its page number, and multiplies an inherited line height
 * each time. Noto Sans brings a good one of its own (1.36).
 */
export const styles = StyleSheet.create({
  page: {
    fontFamily: FONT_FAMILY,
    fontSize: 8.5,
    color: colors.ink,
    paddingTop: PAGE_PADDING,
    paddingHorizontal: PAGE_PADDING,
    paddingBottom: 64,
  },
  strong: { fontWeight: 600 },
  muted: { color: colors.muted },
  right: { textAlign: 'right' },

  head: { flexDirection: 'row', justifyContent: 'space-between', gap: 32 },
  sellerName: { fontSize: 12, fontWeight: 600, marginBottom: 3 },
  title: { fontSize: 18, fontWeight: 600, textAlign: 'right' },
  longTitle: { fontSize: 14, fontWeight: 600, textAlign: 'right' },
  subtitle: { fontSize: 8, color: colors.muted, textAlign: 'right', marginTop: 2 },
  state: { fontSize: 8.5, fontWeight: 600, textAlign: 'right', marginTop: 6 },

  band: {
    flexDirection: 'row',
    gap: 32,
    marginTop: 20,
    paddingVertical: 14,
    borderTopWidth: 1,
    borderTopColor: colors.ink,
    borderBottomWidth: 0.5,
    borderBottomColor: colors.hairline,
  },
  caption: { fontSize: 7.5, color: colors.muted, marginBottom: 2 },
  partyName: { fontSize: 10, fontWeight: 600, marginBottom: 2 },
  fact: { flexDirection: 'row', gap: 10, marginBottom: 2 },
  factLabel: { color: colors.muted },
  factValue: { flex: 1 },

  table: { marginTop: 16 },
  tableHead: {
    flexDirection: 'row',
    gap: 6,
    paddingVertical: 5,
    paddingHorizontal: 6,
    backgroundColor: colors.subtle,
    fontSize: 7.5,
    color: colors.muted,
  },
  tableRow: {
    flexDirection: 'row',
    gap: 6,
    paddingVertical: 6,
    paddingHorizontal: 6,
    borderBottomWidth: 0.5,
    borderBottomColor: colors.hairline,
  },

  foot: { flexDirection: 'row', gap: 32, marginTop: 14 },
  footLeft: { flex: 1, paddingLeft: 6 },
  totals: { width: 240 },
  totalRow: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    paddingVertical: 2.5,
    paddingHorizontal: 6,
  },
  grandTotal: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    alignItems: 'center',
    marginVertical: 4,
    paddingVertical: 6,
    paddingHorizontal: 6,
    borderTopWidth: 1,
    borderTopColor: colors.ink,
    borderBottomWidth: 1,
    borderBottomColor: colors.ink,
    fontSize: 11.5,
    fontWeight: 600,
  },
  block: { marginBottom: 12 },

  breakUp: { marginTop: 18 },
  breakUpTitle: { fontSize: 7.5, color: colors.muted, marginBottom: 4, paddingLeft: 6 },

  pageFoot: {
    position: 'absolute',
    left: PAGE_PADDING,
    right: PAGE_PADDING,
    bottom: 28,
    paddingTop: 8,
    borderTopWidth: 0.5,
    borderTopColor: colors.hairline,
    flexDirection: 'row',
    justifyContent: 'space-between',
    gap: 24,
    fontSize: 7.5,
    color: colors.muted,
  },
});
