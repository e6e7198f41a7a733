import { placeTooltip } from './placeTooltip.ts';

/** How long the pointer rests on something before its name shows, ms. */
const SHOW_AFTER_MS = 400;

/** How long a tooltip waits for the pointer to come over to it, ms: it can be pointed at, as WCAG 1.4.13 asks. */
const HIDE_AFTER_MS = 150;

const NAMED = '[data-tooltip]';

/**
 * Shows the `data-tooltip` of what the pointer rests on or the keyboard has come to: one bubble and one set of listeners
 * for the whole page, where a component for every button would have to be fetched, rendered and kept. It repeats the
 * accessible name, so it is hidden from screen readers. Returns its undo.
 */
export function showTooltips(): () => void {
  const bubble = document.body.appendChild(createBubble());
  let shown: { readonly element: HTMLElement; readonly by: 'pointer' | 'focus' } | null = null;
  /** Pressed since the pointer came: its name has been of use. */
  let pressed: Element | null = null;
  let timer = 0;

  const watcher = new MutationObserver(() => {
    if (shown === null) return;
    const { element } = shown;
    if (!element.isConnected || element.matches(':disabled')) hide();
    // Only another name: the bubble is on the page as well, and to draw it is a change that is watched.
    else if (bubble.textContent !== element.dataset['tooltip']) draw(bubble, element);
  });
  const later = (act: () => void, ms: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(act, ms);
  };
  const hide = () => {
    clearTimeout(timer);
    if (shown === null) return;
    shown = null;
    watcher.disconnect();
    bubble.hidePopover();
  };
  const show = (element: HTMLElement, by: 'pointer' | 'focus') => {
    hide();
    if (!element.isConnected) return;
    shown = { element, by };
    bubble.showPopover();
    draw(bubble, element);
    watcher.observe(element, { attributeFilter: ['data-tooltip', 'disabled'] });
    watcher.observe(document.body, { childList: true, subtree: true });
  };

  const listening = new AbortController();
  const on = <Type extends keyof WindowEventMap>(
    type: Type,
    listener: (event: WindowEventMap[Type]) => void,
  ) =>
    addEventListener(type, listener, { capture: true, passive: type === 'scroll', signal: listening.signal });

  on('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'touch') return;
    if (target instanceof Node && bubble.contains(target)) return clearTimeout(timer);
    const element = namedBy(target);
    if (element !== pressed) pressed = null;
    if (element === null) {
      if (shown === null) clearTimeout(timer);
      else if (shown.by === 'pointer') later(hide, HIDE_AFTER_MS);
    } else if (element === shown?.element) clearTimeout(timer);
    else if (element === pressed) return;
    else if (shown?.by === 'pointer') show(element, 'pointer');
    else later(() => show(element, 'pointer'), SHOW_AFTER_MS);
  });
  on('pointerdown', ({ target }) => {
    pressed = namedBy(target);
    hide();
  });
  on('click', ({ target }) => namedBy(target) !== null && hide());
  on('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.matches(`${NAMED}:focus-visible`)) show(target, 'focus');
    else if (shown?.by === 'focus') hide();
  });
  on('focusout', ({ target }) => shown?.by === 'focus' && shown.element === target && hide());
  on('keydown', (event) => {
    if (event.key !== 'Escape' || shown === null) return;
    // The topmost layer takes it: a dialog beneath stays open.
    event.preventDefault();
    event.stopPropagation();
    hide();
  });
  on(
    'scroll',
    ({ target }) => target instanceof Node && shown !== null && target.contains(shown.element) && hide(),
  );
  on('resize', hide);
  on('blur', ({ target }) => target === window && hide());

  return () => {
    listening.abort();
    hide();
    bubble.remove();
  };
}

function namedBy(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(NAMED) : null;
}

/** A popover of the platform: it lies over dialogs too. */
function createBubble(): HTMLElement {
  const bubble = document.createElement('div');
  bubble.popover = 'manual';
  bubble.ariaHidden = 'true';
  // Over a modal dialog the page lets no pointer through to what is outside of it.
  bubble.className =
    'pointer-events-auto inset-auto m-0 max-w-72 rounded-md bg-ink px-2 py-1 text-xs text-canvas shadow-raised';
  // To look at, not to press: what would close on a press outside of it stays open.
  bubble.addEventListener('pointerdown', (event) => event.stopPropagation());
  return bubble;
}

function draw(bubble: HTMLElement, element: HTMLElement): void {
  bubble.textContent = element.dataset['tooltip'] ?? '';
  const page = { width: document.documentElement.clientWidth, height: innerHeight };
  const { left, top } = placeTooltip(element.getBoundingClientRect(), bubble.getBoundingClientRect(), page);
  bubble.style.left = `${left}px`;
  bubble.style.top = `${top}px`;
}
