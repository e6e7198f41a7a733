import { useEffect, useState } from 'react';
import { takeProfileLink } from './takeProfileLink.ts';

/** The link with which the page was opened, or that was pasted into its address bar since, until it is dealt with. */
export function useProfileLink(): readonly [link: string | null, drop: () => void] {
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    const look = () => setLink((current) => takeProfileLink(location, history) ?? current);
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  return [link, () => setLink(null)];
}
