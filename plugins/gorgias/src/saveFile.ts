/** Has the browser save something as a file. */
export function saveFile(name: string, content: string | Blob, type: string) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: some browsers have not begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
