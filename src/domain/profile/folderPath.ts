/** The parts of a folder path, without empty ones and the spaces around them. */
export function splitFolder(path: string): readonly string[] {
  return path
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Where what is in `folder` is once the folder `from` stands at `to`; `null` for what is not in `from`. */
export function movedFolder(folder: string, from: string, to: string): string | null {
  const parts = splitFolder(folder);
  const root = splitFolder(from);
  if (root.some((part, depth) => parts[depth] !== part)) return null;
  return [...splitFolder(to), ...parts.slice(root.length)].join('/');
}
