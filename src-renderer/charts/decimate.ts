export * from '../../src-charts/decimate'
