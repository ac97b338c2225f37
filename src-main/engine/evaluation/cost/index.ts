// What a model costs: parameters, multiply-adds, bytes, and the time of a picture on this machine.
export { measureCost, type CostOptions } from './measure'
export { multiplyAdds } from './multiply-adds'
