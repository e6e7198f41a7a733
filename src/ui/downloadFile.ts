/** Hands the person a file, as if they had followed a download link. */
export function downloadFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of the blob by now; without this it would stay in memory as long as the page.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
