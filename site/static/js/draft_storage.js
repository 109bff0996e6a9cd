// What this browser keeps of a text that is being typed, by the address of its page. A browser that keeps nothing loses only that.
const draftStorage = (key) => {
  const storage = (() => {
    try {
      return window.localStorage;
    } catch {
      return null;
    }
  })();
  return {
    read() {
      try {
        return JSON.parse(storage?.getItem(key) ?? "null");
      } catch {
        return null;
      }
    },
    write(kept) {
      try {
        storage?.setItem(key, JSON.stringify(kept));
        return Boolean(storage);
      } catch {
        return false;
      }
    },
    forget: () => storage?.removeItem(key),
  };
};
