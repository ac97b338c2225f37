import { At as toDisplayString, R as createBaseVNode, V as createElementBlock, W as defineComponent, at as renderSlot, i as _plugin_vue_export_helper_default, nt as openBlock } from "./PageHeader-D_8GErRu.js";
// src-renderer/components/ui/EmptyState.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1 = {
	class: "empty",
	"data-test": "empty"
};
var _hoisted_2 = { class: "quiet" };
var _hoisted_3 = { class: "row wrap" };
// src-renderer/components/ui/EmptyState.vue
var EmptyState_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "EmptyState",
	props: {
		title: {},
		text: {}
	},
	setup(__props) {
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1, [
				_cache[0] || (_cache[0] = createBaseVNode("svg", {
					width: "64",
					height: "52",
					viewBox: "0 0 64 52",
					"aria-hidden": "true"
				}, [createBaseVNode("rect", {
					x: "1",
					y: "1",
					width: "30",
					height: "50",
					rx: "8"
				}), createBaseVNode("rect", {
					x: "33",
					y: "13",
					width: "30",
					height: "38",
					rx: "8"
				})], -1)),
				createBaseVNode("h2", null, toDisplayString(__props.title), 1),
				createBaseVNode("p", _hoisted_2, toDisplayString(__props.text), 1),
				createBaseVNode("div", _hoisted_3, [renderSlot(_ctx.$slots, "default", {}, void 0, true)])
			]);
		};
	}
}), [["__scopeId", "data-v-b6a7fdf8"]]);
export { EmptyState_default as t };
