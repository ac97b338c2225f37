import { At as toDisplayString, B as createCommentVNode, Dt as normalizeClass, H as createTextVNode, P as Fragment, R as createBaseVNode, Tt as unref, V as createElementBlock, W as defineComponent, h as useText, i as _plugin_vue_export_helper_default, it as renderList, nt as openBlock } from "./PageHeader-D_8GErRu.js";
// src-renderer/components/SplitLegend.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1 = { class: "legend small quiet" };
var _hoisted_2 = {
	key: 0,
	class: "num"
};
// src-renderer/components/SplitLegend.vue
var SplitLegend_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "SplitLegend",
	props: { counts: {} },
	setup(__props) {
		const { t, f } = useText();
		const names = [
			"train",
			"validation",
			"test"
		];
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("ul", _hoisted_1, [(openBlock(), createElementBlock(Fragment, null, renderList(names, (name) => {
				return createBaseVNode("li", { key: name }, [
					createBaseVNode("i", { class: normalizeClass(name) }, null, 2),
					createTextVNode(" " + toDisplayString(unref(t)(`splits.${name}`)) + " ", 1),
					__props.counts ? (openBlock(), createElementBlock("strong", _hoisted_2, toDisplayString(unref(f).number(__props.counts[name])), 1)) : createCommentVNode("", true)
				]);
			}), 64))]);
		};
	}
}), [["__scopeId", "data-v-57a930e6"]]);
export { SplitLegend_default as t };
