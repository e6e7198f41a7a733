import { useRef, useState } from 'react';
import { useStores } from '../stores/StoresContext.ts';
import { useNotices } from '../stores/useStores.ts';
import { NoticeCard } from './NoticeCard.tsx';

/**
 * What has just happened, over the lower left corner, where it hides neither the log nor the composer. Nothing goes while
 * the pointer or the focus is there (WCAG 2.2.1).
 */
export function Notices() {
  const { actions } = useStores().notices.getState();
  const notices = useNotices((state) => state.notices);
  const [hasPointer, setPointer] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const focusedBefore = useRef<Element | null>(null);
  return (
    // The pointer and the focus are only watched.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <output
      aria-label="Notices"
      className="pointer-events-none fixed bottom-12 left-2 z-50 flex w-[min(22rem,calc(100vw-1rem))] flex-col gap-2"
      onPointerEnter={() => setPointer(true)}
      onPointerLeave={() => setPointer(false)}
      onFocus={(event) => {
        setFocus(true);
        const { relatedTarget, currentTarget } = event;
        if (!currentTarget.contains(relatedTarget)) focusedBefore.current = relatedTarget;
      }}
      onBlur={() => setFocus(false)}
    >
      {notices.map((notice) => (
        <NoticeCard
          key={notice.id}
          notice={notice}
          isHeld={hasPointer || hasFocus}
          onDismiss={() => {
            // The pointer and the focus go with the card, and no event says so.
            setPointer(false);
            if (hasFocus && focusedBefore.current instanceof HTMLElement) focusedBefore.current.focus();
            setFocus(false);
            actions.dismiss(notice.id);
          }}
        />
      ))}
    </output>
  );
}
