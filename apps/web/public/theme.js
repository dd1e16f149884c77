// Runs before the first paint, so that a chosen theme never flashes. The same key is read by src/theme.ts.
try {
  const theme = localStorage.getItem('lead-credits.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage can be refused; the system's theme is used then.
}
