type SmallStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The browser's local storage; for as long as the page lives, memory where the person has blocked site data. */
export const deviceStorage: SmallStorage = open();

function open(): SmallStorage {
  try {
    return localStorage;
  } catch {
    // Reading the property itself throws then. What is kept here is how the page looks: it works without.
    const items = new Map<string, string>();
    return {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
    };
  }
}
