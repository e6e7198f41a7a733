import type { Stores } from '../stores/StoresContext.ts';

type PastStores = Pick<Stores, 'profiles' | 'connections' | 'pastConnections'>;

/**
 * After a reload the log is there as it was: whichever profile is looked at for the first time, and has not connected
 * since, shows its latest past connection. Returns what ends this.
 */
export function showLatestPast({ profiles, connections, pastConnections }: PastStores): () => void {
  const offered = new Set<string>();

  function show(): void {
    const { selectedId: id } = profiles.getState();
    const { list } = pastConnections.getState();
    const latest = list?.find((past) => past.profileId === id && past.importedFrom === null);
    if (id === null || latest === undefined || offered.has(id)) return;
    offered.add(id);
    if (connections.getState().sessions[id]?.request) return;
    // One that cannot be read leaves the log as empty as it was; the chooser says why when it is asked for it.
    connections
      .getState()
      .actions.showPast(id, latest)
      .catch(() => {});
  }

  const stops = [profiles.subscribe(show), pastConnections.subscribe(show)];
  show();
  return () => stops.forEach((stop) => stop());
}
