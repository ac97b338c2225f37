// Vite's import of a file as a data: address.
declare module '*?inline' {
  const address: string
  export default address
}
