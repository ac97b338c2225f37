// Placeholder for the fused Adam kernel; filled below.
export function registerAdam(): void {}
