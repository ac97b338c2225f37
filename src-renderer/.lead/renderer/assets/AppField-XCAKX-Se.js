import { At as toDisplayString, B as createCommentVNode, R as createBaseVNode, Tt as unref, V as createElementBlock, W as defineComponent, at as renderSlot, i as _plugin_vue_export_helper_default, nt as openBlock, st as useId } from "./PageHeader-D_8GErRu.js";
// src-renderer/components/ui/AppField.vue?vue&type=script&setup=true&lang.ts
var _hoisted_1 = { class: "field" };
var _hoisted_2 = ["for"];
var _hoisted_3 = ["id"];
var _hoisted_4 = ["id"];
// src-renderer/components/ui/AppField.vue
var AppField_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "AppField",
	props: {
		label: {},
		hint: {},
		error: {}
	},
	setup(__props) {
		const id = useId();
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("div", _hoisted_1, [
				createBaseVNode("label", { for: unref(id) }, toDisplayString(__props.label), 9, _hoisted_2),
				renderSlot(_ctx.$slots, "default", {
					id: unref(id),
					described: __props.hint || __props.error ? `${unref(id)}-note` : void 0
				}, void 0, true),
				__props.error ? (openBlock(), createElementBlock("p", {
					key: 0,
					id: `${unref(id)}-note`,
					class: "note bad"
				}, toDisplayString(__props.error), 9, _hoisted_3)) : __props.hint ? (openBlock(), createElementBlock("p", {
					key: 1,
					id: `${unref(id)}-note`,
					class: "note"
				}, toDisplayString(__props.hint), 9, _hoisted_4)) : createCommentVNode("", true)
			]);
		};
	}
}), [["__scopeId", "data-v-991ebfb9"]]);
export { AppField_default as t };
