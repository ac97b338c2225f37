import { At as toDisplayString, Dt as normalizeClass, L as computed, V as createElementBlock, W as defineComponent, i as _plugin_vue_export_helper_default, nt as openBlock } from "./PageHeader-D_8GErRu.js";
// src-renderer/components/RunMark.vue
var RunMark_default = /*#__PURE__*/ _plugin_vue_export_helper_default(/* @__PURE__ */ defineComponent({
	__name: "RunMark",
	props: {
		place: {},
		small: { type: Boolean }
	},
	setup(__props) {
		const props = __props;
		const letter = computed(() => String.fromCharCode(65 + props.place % 26));
		const color = computed(() => `run-${props.place % 6 + 1}`);
		return (_ctx, _cache) => {
			return openBlock(), createElementBlock("span", { class: normalizeClass(["mark", [color.value, { small: __props.small }]]) }, toDisplayString(letter.value), 3);
		};
	}
}), [["__scopeId", "data-v-abe24cc9"]]);
export { RunMark_default as t };
