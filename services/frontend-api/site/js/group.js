// Map.groupBy, also in browsers that have none yet.

export function groupBy(items, key) {
  if (Map.groupBy) return Map.groupBy(items, key);
  const groups = new Map();
  for (const item of items) {
    if (!groups.has(key(item))) groups.set(key(item), []);
    groups.get(key(item)).push(item);
  }
  return groups;
}
